namespace Microsoft.DurableTask;

/// <summary>Decides after each failure whether to try again; it may wait first, by a durable timer.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <inheritdoc cref="RetryHandler"/>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
