using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>When what was gathered for requests is to be deleted.</summary>
internal interface IExportExpiryStore : IExpiryStore;
