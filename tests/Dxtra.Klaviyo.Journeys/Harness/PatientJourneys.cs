namespace Dxtra.Klaviyo.Journeys.Harness;

/// <summary>Journeys that mostly wait, beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class PatientJourneys : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Patient journeys";
}
