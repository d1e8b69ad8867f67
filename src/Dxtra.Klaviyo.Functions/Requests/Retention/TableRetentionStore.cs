using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Table <c>RequestRetention</c>.</summary>
internal sealed class TableRetentionStore(StorageTables tables) : TableExpiryStore(tables, "RequestRetention"), IRetentionStore;
