using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Table <c>ExportExpiries</c>.</summary>
internal sealed class TableExportExpiryStore(StorageTables tables) : TableExpiryStore(tables, "ExportExpiries"), IExportExpiryStore;
