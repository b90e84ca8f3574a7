"""Read, measure, judge: what one question needs, put together without any screen."""
