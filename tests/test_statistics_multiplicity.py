import numpy as np

from analysis.statistics.multiplicity import adjust_p


def test_holms_method_steps_down_from_the_smallest_p() -> None:
    # Holm's own steps: 4 x .01, then the larger of it and 3 x .02, 2 x .03, 1 x .04.
    found = adjust_p(np.array([0.04, 0.01, 0.03, 0.02]))
    assert np.allclose(found, [0.06, 0.04, 0.06, 0.06])


def test_no_adjusted_p_exceeds_one_and_order_is_kept() -> None:
    assert adjust_p(np.array([0.9, 0.5])).tolist() == [1.0, 1.0]


def test_questions_that_were_not_tested_do_not_count() -> None:
    found = adjust_p(np.array([np.nan, 0.02, np.nan, 0.5]))
    assert np.isnan(found[[0, 2]]).all()
    assert np.allclose(found[[1, 3]], [0.04, 0.5])
    assert len(adjust_p(np.array([]))) == 0
