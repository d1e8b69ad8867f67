namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Tests that look at the memory of the whole process: while they run, no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "Alone";
}
