namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>The gate's answer to one call.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>The operation is open to all.</summary>
    public sealed record Open : Admission;

    public sealed record Admitted(Caller Caller) : Admission;

    public sealed record Refused(Problem Problem) : Admission;
}
