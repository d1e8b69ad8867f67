namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>All journeys run one after another and share Azurite: each has several processes of its own already.</summary>
[CollectionDefinition(Name)]
public sealed class JourneyCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Journeys";
}
