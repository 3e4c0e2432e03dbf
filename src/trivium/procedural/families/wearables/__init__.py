"""What is worn or carried on the body."""

from trivium.procedural.families.wearables import arms, clothes, jewellery  # noqa: F401
