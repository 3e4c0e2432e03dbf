"""Protocols to tables."""

from trivium.evaluation.collection import EvaluateConfig, ModelMethod, Report, evaluate_collection

__all__ = ["EvaluateConfig", "ModelMethod", "Report", "evaluate_collection"]
