"""The application's side of a run, without Qt: command line, output gate, report, stopping."""
