namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Tests that use Azurite belong to this collection.</summary>
[CollectionDefinition(Name)]
public sealed class StorageTests : ICollectionFixture<StorageFixture>
{
    public const string Name = "Storage";
}
