using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Client;

/// <summary>An absolute http or https address without user, query or fragment.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpAddressAttribute()
    : ValidationAttribute("{0} must be an absolute http or https address without user, query or fragment.")
{
    public override bool IsValid(object? value) =>
        value is Uri { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" } address
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
