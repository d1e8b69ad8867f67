using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.People;

/// <summary>A person as the seed's file and the control interface describe one.</summary>
internal sealed record PersonSpec
{
    /// <summary>Attributes by their API names; a person may have none at all.</summary>
    public JsonObject Attributes { get; init; } = [];

    /// <summary>Further addresses, which no attribute shows.</summary>
    public IReadOnlyList<string> SecondaryEmails { get; init; } = [];

    public ConsentSpec Consent { get; init; } = new();

    /// <summary>Reasons of global suppressions.</summary>
    public IReadOnlyList<string> Suppressions { get; init; } = [];

    public IReadOnlyList<ListSuppressionSpec> ListSuppressions { get; init; } = [];

    /// <summary>Lists to be on, by id or name.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Segments to be in, by id or name.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    public HoldingsSpec Holdings { get; init; } = new();

    /// <param name="List">By id or name.</param>
    /// <param name="Reason">As with global suppressions.</param>
    internal sealed record ListSuppressionSpec(string List, string Reason);
}
