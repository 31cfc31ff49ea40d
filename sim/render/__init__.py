"""Drawing a world with Panda3D: programs, scene graph, shadows, standpoints."""
