"""Events as lines from source to source: does the difference hold in each, or in the average alone?"""

from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure

from analysis.figures import style
from analysis.figures.axes import Column, columns, row_scale, value_axis
from analysis.figures.lettering import labels
from analysis.figures.multiples import single
from analysis.results.behind import EACH_WITH_EACH

if TYPE_CHECKING:
    from analysis.results.events import EventMeans

__all__ = ["slopes"]

_STEEPEST, _USUAL = 24.0, 8.0  # mm, from row to row: lines between few sources need room to slope
_ALL = 60.0  # mm, what few rows share
_LOOK: dict[str, Any] = {"color": style.NARRATION, "marker": "o", "markeredgewidth": 0, "clip_on": False}


@style.styled
def slopes(result: "EventMeans", *, width: float = style.DOUBLE) -> Figure:
    """One row per source, one line per event through the values of the sources, and the means in bold.

    Lines through more than six sources are a tangle. For these, dots show how far each source lies from the
    mean of all that report the event.

    Args:
        result: from `results.compare_events`.
        width: millimetres.
    """
    measure, table = result.measure, result.table
    sources = list(dict.fromkeys(table["source"]))
    joined = len(sources) <= EACH_WITH_EACH
    of = "value" if joined else "deviation"
    wide = table.pivot_table(index="event", columns="source", values=of, sort=False).reindex(columns=sources)
    names = labels(sources, 0.3 * width)
    means = wide.mean()
    truncated = table.groupby("source", sort=False)["censored"].any().reindex(sources)
    shown = [f"{'≥ ' * bound}{measure.shown(mean)}" for mean, bound in zip(means, truncated, strict=True)]
    printed = [
        Column("mean", shown if joined else [measure.signed(mean) for mean in means], bold=True),
        Column("events", [f"{n:,}" for n in wide.notna().sum()]),
    ]
    figure, ax = single(
        result,
        names,
        printed,
        chart=f"Slope chart of {measure.label} by event from source to source",
        label=f"{measure.label}{'' if joined else ' minus the mean of the event'} ({measure.unit})",
        best=max(_USUAL, min(_STEEPEST, _ALL / len(sources))),
        width=width,
    )
    value_axis(ax, table[of], lambda x: measure.shown(x, axis=True))
    scale = row_scale(ax)
    fade = max(0.12, min(0.7, 12 / len(wide)))
    line: dict[str, Any] = {"linewidth": 0.9 if joined else 0.0, "markersize": 2.8 * scale, "alpha": fade}
    for _, event in wide.iterrows():
        reported = event.dropna()
        ax.plot(reported, [sources.index(source) for source in reported.index], zorder=2, **_LOOK, **line)
    broken = table[table["censored"]]
    head: dict[str, Any] = {"marker": ">", "facecolors": "white", "edgecolors": style.NARRATION}
    rows = [sources.index(source) for source in broken["source"]]
    ax.scatter(broken[of], rows, s=18 * scale**2, clip_on=False, zorder=3, **head)
    if len(wide) > 1:
        bold: dict[str, Any] = {"color": style.INK, "marker": "D", "markerfacecolor": "white"}
        bold |= {"markersize": 4.2 * scale, "linewidth": 1.4 * joined}
        ax.plot(means, range(len(sources)), clip_on=False, zorder=4, **bold)
    columns(ax, printed)
    return figure
