"""Questions in the page: asked, answered and explained."""
