namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeRetentionStore : FakeExpiryStore, IRetentionStore;
