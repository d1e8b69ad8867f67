namespace Microsoft.DurableTask.Client;

/// <summary>Whether sub-orchestrations go too.</summary>
public record PurgeInstanceOptions(bool Recursive = false);
