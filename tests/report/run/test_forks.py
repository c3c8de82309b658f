"""What is asked of the warm process is done in forks of it; it comes back, or is said to fail."""

import os
import sys

import pytest

from tellings.report.run import forks, place, schedule
from tellings.report.run.tasks import Task

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forked on Linux only")


@pytest.fixture(scope="module")
def warm():
    with forks.warm() as process:
        yield process


def test_a_call_is_made_in_a_process_of_its_own(warm):
    first, second = warm.call(os.getpid), warm.call(os.getpid)
    assert len({os.getpid(), first, second}) == 3
    assert warm.call(eval, "'pandas' in __import__('sys').modules")


def test_of_a_call_that_is_done_no_process_is_left_so_that_what_it_used_is_counted(warm):
    done = warm.call(os.getpid)
    with pytest.raises(ProcessLookupError):
        os.kill(done, 0)


def test_what_a_call_raises_is_raised_as_it_was(warm, tmp_path):
    with pytest.raises(place.Stop, match="no folder 'none' here"):
        warm.call(place.job, tmp_path / "none", "", "")
    with pytest.raises(FileNotFoundError) as missing:
        warm.call(os.listdir, str(tmp_path / "none"))
    assert missing.value.filename == str(tmp_path / "none")


def test_a_call_whose_process_is_killed_is_said_and_the_next_one_is_served(warm):
    with pytest.raises(forks.Ended, match="where memory is short"):
        warm.call(os.abort)
    assert warm.call(abs, -1) == 1


def test_a_warm_process_that_was_killed_is_said_to_whoever_asks():
    with forks.warm() as process:
        process._process.kill()
        for _ in range(2):
            with pytest.raises(forks.Ended):
                process.kernel([], "/", {})


def test_notebooks_go_first_that_others_wait_for(monkeypatch, tmp_path):
    run = []
    monkeypatch.setattr(schedule, "_AT_ONCE", 1)
    monkeypatch.setattr(
        schedule, "_run", lambda task, *_: (run.append(task.name), 0.0) and (task, 0.0)
    )
    names = ("1-a", "4-b", "5-c", "6-d", "7-e")
    needs = {n: {"1-a"} for n in names[1:4]} | {"1-a": set(), "7-e": {"4-b", "6-d"}}
    tasks = [Task(name, tmp_path / name, {}) for name in names]
    with schedule.Workers(plain=True) as workers:
        list(workers.run(tasks, needs, tmp_path, {}))
    assert run == ["1-a", "4-b", "6-d", "5-c", "7-e"]
