namespace InfoMonitor.Reviews;

/// <summary>A number of 0..1, 1 excluded, that nobody can foretell.</summary>
internal delegate double Chance();
