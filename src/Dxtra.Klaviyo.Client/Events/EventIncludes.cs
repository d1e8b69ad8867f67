namespace Dxtra.Klaviyo.Client;

/// <summary>Resources that come along with events in <see cref="KlaviyoPage{T}.Included"/>.</summary>
[Flags]
public enum EventIncludes
{
    None = 0,
    Metric = 1,

    /// <summary>Which campaign, flow and message Klaviyo credits an event to.</summary>
    Attributions = 2,
    Profile = 4,
    All = Metric | Attributions | Profile,
}
