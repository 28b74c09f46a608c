"""The work on one catalog: doing, undoing, saving, keeping what is not saved, merging what others did."""
