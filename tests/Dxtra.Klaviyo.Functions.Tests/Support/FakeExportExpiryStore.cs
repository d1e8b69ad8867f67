namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeExportExpiryStore : FakeExpiryStore, IExportExpiryStore;
