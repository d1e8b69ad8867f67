namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is known about one run of one function. Lives as long as the run, and so does its service scope.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique to this run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Stable for the function, over runs and restarts.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The run's own scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Carries values between middleware and function.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Cancelled when the caller of an HTTP function goes away; for other triggers, when the process stops.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
