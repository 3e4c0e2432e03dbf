"""Samples for training: objects, rendered views, augmentation."""
