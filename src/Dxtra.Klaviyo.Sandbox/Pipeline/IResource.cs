namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>The operations of one kind of resource.</summary>
internal interface IResource
{
    /// <summary>Handlers by operation id. Each is called while the data's gate is held.</summary>
    IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations { get; }
}
