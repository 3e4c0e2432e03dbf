"""Samples for training: objects, data sets, shards, rendered views, augmentation."""
