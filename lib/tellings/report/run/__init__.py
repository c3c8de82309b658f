"""A run. build: whether anything has changed; making: what is stale, in order; place, lock, record,
staging: where it is written, whole or not at all; fingerprints, schedule: what depends on what;
execute, kernels: a notebook run by papermill; forks, warm: kernels and pages from a process that is
forked ready; notices: what is said at the end."""
