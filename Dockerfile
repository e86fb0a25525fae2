# Two stages: build with the SDK, run on the runtime as a user who is not root.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/InfoMonitor.Content/*.csproj src/InfoMonitor.Content/packages.lock.json src/InfoMonitor.Content/
COPY src/InfoMonitor/*.csproj src/InfoMonitor/packages.lock.json src/InfoMonitor/
RUN dotnet restore src/InfoMonitor --locked-mode
COPY src src
RUN dotnet publish src/InfoMonitor -c Release --no-restore -o /program

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /infomonitor
COPY --from=build /program /program
COPY config config
COPY models models
RUN mkdir data && chown "$APP_UID" data
USER $APP_UID
ENV INFOMONITOR_HOME=/infomonitor urls=http://0.0.0.0:5080
VOLUME /infomonitor/data
EXPOSE 5080
ENTRYPOINT ["/program/infomonitor"]
