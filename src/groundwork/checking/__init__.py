"""Carries out the checks of exercises in processes of their own and says what came of them."""
