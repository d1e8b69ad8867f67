namespace Dxtra.Klaviyo.Sandbox.Errors;

/// <summary>Ends a call with an error of the API, from however deep in its parsing. Caught in one place, the pipeline.</summary>
internal sealed class ApiErrorException(ApiError error) : Exception(error.Code)
{
    public ApiError Error { get; } = error;
}
