namespace Microsoft.DurableTask.Client;

/// <summary>What the instance's output becomes, and whether its sub-orchestrations are terminated too.</summary>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
