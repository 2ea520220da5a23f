echo safe
