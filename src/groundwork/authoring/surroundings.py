"""The surroundings that programs are checked in: no network, and hashes that differ run by run."""

from __future__ import annotations

from groundwork.child import offline

SEEDS = (0, 1, 20_011)
"""Three seeds; what comes out differently with them would differ from learner to learner too."""

NETWORK_REMEDY = "Let it run without a network: its readers may have none."


def variables(seed: int) -> dict[str, str]:
    """What is added to the environment of a program that is checked."""
    return {offline.VARIABLE: "1", "PYTHONHASHSEED": str(seed)}


def wants_network(text: str) -> bool:
    """Whether what a program wrote, or ended with, tells that it looked for the network."""
    return offline.SENTENCE in text
