using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Deletion;

internal static class PreviewRegistration
{
    public static IServiceCollection AddPreviews(this IServiceCollection services) => services
        .AddSingleton<PictureVault>()
        .AddSingleton<PictureReader>()
        .AddSingleton<PictureRecheck>()
        .AddSingleton<PreviewMaker>()
        .AddSingleton<PreviewApproval>()
        .AddSingleton<GetPreviewHandler>();
}
