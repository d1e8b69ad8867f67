namespace Dxtra.Klaviyo.Client;

/// <summary>Resources that come along with profiles in <see cref="KlaviyoPage{T}.Included"/>.</summary>
[Flags]
public enum ProfileIncludes
{
    None = 0,
    Conversations = 1,
    PushTokens = 2,
    All = Conversations | PushTokens,
}
