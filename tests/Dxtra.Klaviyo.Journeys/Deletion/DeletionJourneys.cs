using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Deletion;

/// <summary>Deletions, one after another and beside the other journeys: between two looks at Klaviyo they wait.</summary>
[CollectionDefinition(Name)]
public sealed class DeletionJourneys : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Deletion journeys";
}
