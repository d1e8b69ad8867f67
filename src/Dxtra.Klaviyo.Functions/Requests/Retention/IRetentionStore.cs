namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>When the retention of requests ends.</summary>
internal interface IRetentionStore : IExpiryStore;
