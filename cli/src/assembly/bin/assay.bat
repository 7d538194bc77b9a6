@echo off
rem Runs Assay from the unpacked zip, on the Java of JAVA_HOME or else of the PATH; ASSAY_JAVA_OPTS goes to Java.
rem No parentheses around lines with variables: a path such as "Program Files (x86)" would end the block.
setlocal DisableDelayedExpansion
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"

rem The first line of java -version is: openjdk version "17.0.15" ...; 1.8 and 9 to 16 match neither pattern.
"%java%" -version 2>&1 | findstr /r "version..1[7-9] version..[2-9][0-9]" >nul
if errorlevel 1 goto unfit

rem The collector that takes the least time over a batch job, unless ASSAY_JAVA_OPTS says what to use.
if not defined ASSAY_JAVA_OPTS set "ASSAY_JAVA_OPTS=-XX:+UseParallelGC"
"%java%" "-Dassay.home=%home%" %ASSAY_JAVA_OPTS% -jar "%home%\assay.jar" %*
exit /b %errorlevel%

:unfit
echo assay: Java 17 or newer is needed, and "%java%" is missing or older; set JAVA_HOME or the PATH 1>&2
exit /b 2
