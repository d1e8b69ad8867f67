namespace DurableTask.Core.Exceptions;

/// <summary>An orchestration with that id exists and must not be replaced.</summary>
public class OrchestrationAlreadyExistsException(string message) : InvalidOperationException(message);
