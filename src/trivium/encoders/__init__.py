"""Networks of one modality each."""
