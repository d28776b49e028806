"""briefgen: briefing reports from news articles."""
