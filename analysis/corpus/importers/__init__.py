"""The formats of article files: each module of this folder reads one, and is found by listing the folder.

To read another format, add one module. It has:

- `SUFFIXES`: the endings of its files in lower case, such as ``frozenset({".jsonl"})``;
- `sniff(head, suffix)`: whether a file that begins with the bytes `head` is of this format. The content
  decides; the suffix decides only where the content cannot;
- `read(path, declared=None)`: yields an `Article` for each article of the file, and a `BrokenRecord` for each
  record that is none. What the file does not say of an article stays empty; file name and hash are filled in
  afterwards. ValueError means that the file, or the rest of it, cannot be read;
- `MOST_BYTES`, which is optional: larger files are refused.

Importers are asked in the order of their names; `plain` is asked last.
"""
