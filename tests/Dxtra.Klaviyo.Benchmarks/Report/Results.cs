using Dxtra.Klaviyo.Benchmarks.Measures;

namespace Dxtra.Klaviyo.Benchmarks.Report;

/// <summary>Everything of one run.</summary>
/// <param name="At">When it began.</param>
/// <param name="Processors">Cores of the machine.</param>
/// <param name="Latency">Of each answer of the sandbox.</param>
/// <param name="Share">The share of Klaviyo's limits that the app was told to use.</param>
internal sealed record Results(DateTimeOffset At, int Processors, TimeSpan Latency, double Share)
{
    public List<Measurement> Measurements { get; } = [];

    public List<Estimate> Estimates { get; } = [];

    public List<DeliveryMeasurement> Deliveries { get; } = [];
}
