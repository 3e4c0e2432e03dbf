"""Recipes that train the models."""
