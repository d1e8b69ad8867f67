using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Functions.Embedded;

internal sealed class EmbeddedFunctionContext(
    FunctionDefinition definition,
    IServiceProvider services,
    Func<FunctionContext, Task> body,
    CancellationToken cancellationToken) : FunctionContext
{
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What stands at the inner end of the middleware pipeline in this run.</summary>
    public Func<FunctionContext, Task> Body { get; } = body;

    /// <summary>Null when the trigger is not HTTP.</summary>
    public HttpContext? HttpContext { get; set; }

    /// <summary>What the function returned; null while it has not, or when a middleware answered in its place.</summary>
    public object? Result { get; set; }
}
