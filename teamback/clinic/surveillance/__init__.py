"""What a squad's injuries come to: time lost, severity, incidence and burden with their intervals."""
