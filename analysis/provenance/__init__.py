"""What an output was made from: hashes of data, and of the code that it depends on."""

from analysis.provenance.hashes import content_key, file_hash, to_json, versions
from analysis.provenance.sources import code_key, reachable, used

__all__ = ["code_key", "content_key", "file_hash", "reachable", "to_json", "used", "versions"]
