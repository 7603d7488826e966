"""Contrast between two colours, as WCAG 2.2 counts it, and the ink that can be read on a shade."""

from collections.abc import Sequence


def luminance(colour: str) -> float:
    """Give the relative luminance (0 to 1) of #RRGGBB."""
    red, green, blue = (_linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour: str) -> tuple[float, float, float]:
    """Give red, green and blue (0 to 1) of #RRGGBB."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio (1 to 21) of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def along(ramp: Sequence[str], share: float) -> str:
    """Give the colour at a share (0 to 1) of the way along a ramp, mixed channel by channel."""
    place = share * (len(ramp) - 1)
    low = min(int(place), len(ramp) - 2)
    mixed = [a + (b - a) * (place - low) for a, b in zip(channels(ramp[low]), channels(ramp[low + 1]), strict=True)]
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in mixed)


def turn(ramp: Sequence[str], ink: str, other: str) -> float:
    """Give the share of the way along a ramp beyond which words read better in `other` than in `ink`."""
    steps = [step / 100 for step in range(101)]
    better = [share for share in steps if contrast(along(ramp, share), ink) >= contrast(along(ramp, share), other)]
    return max(better, default=0.0)
