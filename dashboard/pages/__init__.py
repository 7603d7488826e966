"""One file a page; each has render() and almost nothing else."""
