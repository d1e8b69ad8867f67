namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Journeys of one collection run one after another: each has several processes of its own already.</summary>
[CollectionDefinition(Name)]
public sealed class ActiveJourneys : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Journeys";
}
