"""Speed and memory, measured against the targets and against Qt's own text widgets in the same run."""
