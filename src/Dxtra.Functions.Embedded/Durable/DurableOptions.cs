namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Settings of the durable engine: the configuration section <c>Embedded:Durable</c>.</summary>
internal sealed class DurableOptions
{
    public const string Section = EmbeddedOptions.Section + ":Durable";

    /// <summary>Activities that run at the same time.</summary>
    public int MaxConcurrentActivities { get; set; } = 10 * Environment.ProcessorCount;

    /// <summary>Orchestrations whose turn is taken or stored at the same time.</summary>
    public int MaxConcurrentTurns { get; set; } = 10 * Environment.ProcessorCount;
}
