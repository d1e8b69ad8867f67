using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Dxtra.Klaviyo.Local.Tests;

internal static class LoopbackBuilder
{
    public static WebApplicationBuilder UseLoopback(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        return builder;
    }
}
